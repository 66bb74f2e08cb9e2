assert [], 'list is empty'
