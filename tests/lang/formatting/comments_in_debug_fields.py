x = 1
# CPython 3.13.0 takes every # for the beginning of a comment.
print(f"{'#'=}")
print(f"{'a#b'=} {x=}")
print(f"{('a##b', 1)=}")
print(f'{"#"=}')
print(f'''{"a#" + '#'=}''')
print(f"{
    x  # one
    + 2  # and two
=}")
print(f"{'''a # b
 c # d''' =}")
print(f"{x  # one
  # two
=!r:>5}|")
print(f"{'#'}", f"{'#':#>3}", f"{x:#x}", f"{x = :#x}")
