### The remarks beside a number field if the typed number is not the number in use.

# The typed text is not a number, and nothing has changed.
# $typed (text): the text
unread = “{ $typed }” is not a number. Write it like 0.5, -3 or 1e-3.

# The number is out of range.
# $low (text): the least number
# $high (text): the largest number
# $used (text): the number in use
limited = The range is { $low } to { $high }, so { $used } is used.

# The two ends of an interval are too near to each other, so one or both are other numbers.
# $gap (text): the least distance
# $low (text): the low end in use
# $high (text): the high end in use
apart = The ends stay at least { $gap } apart, so they are now { $low } and { $high }.

# The number is not whole.
# $used (text): the whole number in use
rounded = Only whole numbers are possible, so { $used } is used.
