"""What a speech is, without a window: no Qt anywhere below here."""

__version__ = "0.1.0"
