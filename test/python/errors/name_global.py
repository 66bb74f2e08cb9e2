print('before')
undefined_name_here
