"""Questions answered with measures, pure on models."""
