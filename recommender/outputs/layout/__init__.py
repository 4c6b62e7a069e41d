"""From blocks to lines of text: how wide a character is, where a line breaks, how a table fits."""
