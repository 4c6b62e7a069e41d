"""Programs for those who work on ris3; users need none of them."""
