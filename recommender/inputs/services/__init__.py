"""Statistical offices' services: what to ask them, how to download it, and whether what they sent is a table.

Why no SDMX client does this for us (looked at in November 2026): `sdmx1` (2.28) and `pysdmx` (1.21) are well kept,
but read messages into objects, and neither resumes a download nor waits when a service says so; `eurostat` (1.1.1, the
last one of June 2024) asks after a table in the making without pause or end; `pandasdmx` is no longer kept. Our readers
take the files as the services send them, so what is missing is HTTP: `urllib3`, which brings no further packages.
"""
