"""The lens: what stands out in a speech, told from its text by rules and counts; pure functions, no window."""
