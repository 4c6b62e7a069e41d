"""Plain frozen data: what the library reads, computes with and answers."""
