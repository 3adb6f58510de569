"""doc"""
def héé(): return ünknown
héé()
