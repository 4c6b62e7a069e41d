"""What all tests share."""

from hypothesis import settings

# How long an example takes says more about the other work of the machine than about ours.
settings.register_profile("ris3", deadline=None)
settings.load_profile("ris3")
