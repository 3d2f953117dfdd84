DELETE FROM bulk WHERE state = 'storing'
