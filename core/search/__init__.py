"""One library's full text: whatever is asked, the answer is that of looking through every text.

An index beside the library holds the texts as they are scanned fastest, and tells which of them need not be
looked at. It never tells what is in a text: a speech that it has not is read from the library. So it may be
stale, damaged or missing, and costs time then, not hits.
"""
