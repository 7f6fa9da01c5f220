"""The two documents, and where in a file a part of them stands."""
