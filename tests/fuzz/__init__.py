"""Looking for what breaks: run by ``make fuzz``, never by the tests; what is found becomes one."""
