"""The rooms of the Word reader: the package, styles, numbering, running text, tables and the body."""
