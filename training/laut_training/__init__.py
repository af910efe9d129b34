"""Turns base weights and annotated articles into the reader's network. See docs/training.md."""

import os

# OpenVINO's and NNCF's tools report their use to their makers, but not where they believe to be in a CI.
os.environ.setdefault("CI", "true")
