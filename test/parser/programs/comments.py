# only

   # comments

# here