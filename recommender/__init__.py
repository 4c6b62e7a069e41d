"""What a region can grow into next: the library behind `ris3`."""
