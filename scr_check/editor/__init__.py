"""What an editor is told about a summary that is being written; only `server` knows the protocol."""
