"""The lens: what stands out in a speech, told from its text by rules and counts; pure functions, no window.

Only ``answers.py`` knows of the words' process, in which all that needs words is worked out.
"""
