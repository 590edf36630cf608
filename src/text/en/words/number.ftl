### The remarks beside a number field if the typed number is not the number in use.

# The typed text is not a number, and nothing has changed.
# $typed (text): the text
unread = “{ $typed }” is not a number. Write it like 0.5, -3 or 1e-3.

# The number is out of range.
# $low (text): the least number
# $high (text): the largest number
# $used (text): the number in use
limited = The range is { $low } to { $high }, so { $used } is used.

# The number is not whole.
# $used (text): the whole number in use
rounded = Only whole numbers are possible, so { $used } is used.
