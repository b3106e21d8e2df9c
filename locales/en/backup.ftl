# Backup and restore by the command line.

taken = Backed up to { $file }.
good = The backup { $file } is whole; it was taken at { $at }. Nothing was changed.
holds =
    { $rows } rows: { $tables }
    { $files } files, { $size } MB
keep-settings = The file .env (token, passwords) is not in the backup: keep it apart. A backup holds personal data: encrypt it before you copy it elsewhere.
missing = Note: the database names { $count } files that the store does not have: { $names }. Check FILES_URL; whoever sent a file that is lost has to send it again.
restored = Restored from { $file }.
restored-next =
    Next:
    1. Make sure that the old one is stopped: two with one token take each other's messages.
    2. hanhtrinh doctor
    3. hanhtrinh run
    Messages that waited when the backup was taken will be sent. What people sent after it is gone: tell them to look at their book.
exists = { $file } is there already and is not written over. Choose another name, or move it away.
being-written = Another backup is writing to { $file }. Wait for it, or choose another name.
full = There is not enough room ({ $reason }). Free some, or choose another disk, and run this again.
no-way = { $file } cannot be read or written ({ $reason }). Check the path, and the rights of the account that runs this.
no-database = There is nothing to back up yet: the database of the settings was never made. Check DATABASE_URL and DATA_DIR.
newer-database = A newer release made the database ({ $migration }). Use the command of that release.
files-down = The file store cannot be used: { $reason }. Check FILES_URL, its rights and its room, and run this again.
file-changed = The file { $name } changed while it was read. Run this again.
database-trouble = The database is in trouble: { $reason }. Check the server and its room, and run this again.
not-a-backup = { $file } is no backup of Hành trình. Nothing was changed.
newer-backup = { $file } was made by a newer release ({ $release }). Update the product, then restore. Nothing was changed.
damaged = { $file } is damaged or cut short (at { $member }). Copy it again from where it is kept, or take another backup. Nothing was changed.
database-not-empty = The database of the settings has data already (table { $table }); only an empty one can be restored into. Set another DATABASE_URL or DATA_DIR. Nothing was changed.
files-not-empty = The file store of the settings keeps other files ({ $name }); only an empty one can be restored into. Set another FILES_URL or DATA_DIR. Nothing was changed.
rows-refused = The database does not take the rows of table { $table }: { $reason }. No row was put in; once that is mended, run this again.
differs = What was read back is not what the backup has (table { $table }). No row was put in; please tell the developers.
