SELECT stream, epoch, seq FROM cursor
