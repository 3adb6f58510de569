def longest(left, right):
    if not left or not right:
        return ''
    return left[0] + longest(left[1:], right[1:]) if left[0] = right[0] else max(left, right)
