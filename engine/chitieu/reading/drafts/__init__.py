"""The walk over a clause: its figures and statements drafted as targets, and told from their neighbours."""
