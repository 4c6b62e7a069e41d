"""One function for each job of a user."""
