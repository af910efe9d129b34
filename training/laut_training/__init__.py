"""Turns base weights and annotated articles into the reader's network. See docs/training.md."""
