if a:

    b
  # odd comment

    c

# end
d
