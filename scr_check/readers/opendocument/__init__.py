"""The rooms of the OpenDocument reader: the package, styles, lists, running text, tables and the body."""
