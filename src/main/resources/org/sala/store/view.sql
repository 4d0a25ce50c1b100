-- The view of the journal, rebuilt and never migrated. No body of a revision stands here, and of the
-- protection compartment only ids, kinds and dates.
-- On a server a view that is made again is whole once it is where the journal was when that began; in a file nobody
-- works before it is.
create table applied(
  one smallint primary key,
  last_sequence bigint not null,
  digest varchar(64) not null,
  whole_at bigint not null);
create table change_log(
  id uuid primary key,
  seq bigint not null unique,
  author varchar(64) not null,
  station uuid not null,
  incarnation uuid not null,
  number bigint not null,
  at varchar(100) not null,
  millis bigint not null,
  digest varchar(64) not null);
create index change_by_station on change_log(station, incarnation, number);
-- Changes, by their place in the journal, that could not be shown, or not all of what they say.
create table unshown(
  seq bigint primary key);
-- Changes for which every station refuses the whole package that holds them.
create table unfit(
  change uuid primary key);
create table record(
  id uuid primary key,
  kind varchar(64) not null,
  scope uuid not null,
  created_seq bigint not null,
  changed_seq bigint not null,
  changed_millis bigint not null);
create index record_by_kind on record(kind, changed_millis);
create index record_by_scope on record(scope);
create table revision(
  id varchar(64) primary key,
  record uuid not null,
  protection boolean not null,
  change uuid not null,
  seq bigint not null,
  segment int not null,
  place bigint not null);
create index revision_by_record on revision(record, seq);
create index revision_by_change on revision(change);
create table head(
  record uuid not null,
  protection boolean not null,
  revision varchar(64) not null,
  primary key(record, protection, revision));
create table field(
  record uuid not null,
  name varchar(300) not null,
  revision varchar(64) not null,
  content varchar not null,
  primary key(record, name, revision));
-- Fields with several values: few, so that an import need not look through all fields for them. Without a name: versions of the
-- protected part differ, which one head can hold as well as two; of its fields nothing is here.
create table dispute(
  record uuid not null,
  name varchar(300) not null,
  primary key(record, name));
create table reference(
  record uuid not null,
  name varchar(64) not null,
  target uuid not null,
  primary key(record, name));
create index reference_to on reference(target, name);
-- The kind stands first: a list of cases never wades through the words of a hundred thousand people.
create table word(
  kind varchar(64) not null,
  record uuid not null,
  word varchar(120) not null);
create index word_start on word(kind, word, record);
create index word_by_record on word(record, word);
create table case_row(
  id uuid primary key,
  number varchar(80) not null,
  title varchar(400) not null,
  title_key varchar(400) not null,
  status varchar(40) not null,
  sensitivity varchar(40) not null,
  place varchar(400) not null,
  people int not null,
  disputes int not null,
  changed_millis bigint not null);
create index case_by_changed on case_row(changed_millis, id);
create index case_by_number on case_row(number, id);
create index case_by_title on case_row(title_key, id);
create index case_by_status on case_row(status, id);
create table exhibit_row(
  id uuid primary key,
  case_id uuid not null,
  number varchar(80) not null,
  title varchar(400) not null,
  title_key varchar(400) not null,
  taken_millis bigint,
  digest varchar(64) not null,
  size bigint not null,
  file_name varchar(255) not null,
  type varchar(100) not null,
  custody int not null,
  last_event varchar(40) not null,
  disputes int not null,
  changed_millis bigint not null);
create index exhibit_by_changed on exhibit_row(changed_millis, id);
create index exhibit_by_number on exhibit_row(number, id);
create index exhibit_by_title on exhibit_row(title_key, id);
create index exhibit_by_taken on exhibit_row(taken_millis, id);
create index exhibit_by_case on exhibit_row(case_id, number);
create table parcel_row(
  id uuid primary key,
  outgoing boolean not null,
  peer varchar(100) not null,
  sequence bigint not null,
  digest varchar(64) not null,
  state varchar(20) not null,
  received_millis bigint,
  changes int not null,
  held int not null,
  answers varchar(64) not null,
  carried boolean not null,
  restating boolean not null,
  purpose varchar(40) not null,
  file_key varchar(64) not null,
  bytes bigint not null,
  shown_millis bigint not null,
  left_millis bigint not null);
create index parcel_by_shown on parcel_row(outgoing, shown_millis, sequence);
create index parcel_by_sequence on parcel_row(sequence, shown_millis);
create index parcel_by_file on parcel_row(file_key);
create index parcel_by_peer on parcel_row(outgoing, peer, sequence);
create index parcel_by_restating on parcel_row(restating, peer);
create index parcel_by_digest on parcel_row(digest, outgoing);
create index parcel_by_answers on parcel_row(answers, outgoing, carried);
-- Which package a change left in; an outcome of its own where it differs from its package's state.
create table sent(
  change uuid not null,
  parcel uuid not null,
  outcome varchar(20) not null,
  primary key(change, parcel));
create index sent_by_parcel on sent(parcel, outcome);
-- Parts of changes that a package went without, although the change is in it.
create table kept_back(
  revision varchar(64) not null,
  parcel uuid not null,
  primary key(revision, parcel));
create index kept_back_by_parcel on kept_back(parcel);
create table person_row(
  id uuid primary key,
  wristband varchar(40) not null,
  name varchar(400) not null,
  roman varchar(400) not null,
  name_key varchar(400) not null,
  sex varchar(20) not null,
  birth varchar not null,
  languages varchar(200) not null,
  interpreter varchar(80) not null,
  arrived_millis bigint,
  detained_millis bigint,
  triage uuid,
  triage_state varchar(20) not null,
  urgency varchar(200) not null,
  told boolean not null,
  screening uuid,
  screening_state varchar(20) not null,
  finding uuid,
  finding_code varchar(60) not null,
  finding_lower boolean not null,
  finding_author varchar(64),
  finding_confirmed boolean not null,
  finding_second varchar(64),
  finding_millis bigint,
  forced varchar(20) not null,
  defrauded varchar(20) not null,
  still_inside int not null,
  disputes int not null,
  changed_millis bigint not null,
  triage_millis bigint,
  triage_author varchar(64),
  todo smallint not null,
  todo_millis bigint not null,
  outcome_told boolean not null,
  look varchar(20) not null,
  look_millis bigint,
  look_author varchar(64),
  links int not null);
create index person_by_changed on person_row(changed_millis, id);
create index person_by_wristband on person_row(wristband, id);
create index person_by_name on person_row(name_key, id);
create index person_by_triage on person_row(triage_state, arrived_millis);
create index person_by_todo on person_row(todo, todo_millis, id);
create index person_by_pace on person_row(triage_millis);
create index person_by_arrived on person_row(arrived_millis, id);
create index person_by_screening on person_row(screening_state, detained_millis);
create table screening_row(
  id uuid primary key,
  person uuid not null,
  form varchar(80) not null,
  version varchar(20) not null,
  state varchar(20) not null,
  began_millis bigint,
  closed_millis bigint,
  sections int not null,
  result varchar(60) not null,
  disputes int not null,
  changed_millis bigint not null);
create index screening_by_person on screening_row(person);
create index screening_by_state on screening_row(state, began_millis);
create table referral_row(
  id uuid primary key,
  person uuid not null,
  state varchar(20) not null,
  sent_millis bigint,
  due_millis bigint,
  slip varchar(20) not null,
  changed_millis bigint not null);
create index referral_by_slip on referral_row(slip);
create index referral_by_person on referral_row(person);
create index referral_by_state on referral_row(state, due_millis);
create table consent_row(
  id uuid primary key,
  person uuid not null,
  answer varchar(40) not null,
  at_millis bigint,
  told boolean not null,
  changed_millis bigint not null);
create index consent_by_told on consent_row(told, answer, at_millis);
create table stay_row(
  id uuid primary key,
  person uuid not null,
  state varchar(20) not null,
  began_millis bigint,
  ended_millis bigint,
  changed_millis bigint not null);
create index stay_by_person on stay_row(person);
create index stay_by_ended on stay_row(ended_millis, began_millis);
create table pair_row(
  id uuid primary key,
  person uuid not null,
  other uuid,
  how varchar(20) not null,
  ended_millis bigint,
  agreed boolean not null,
  changed_millis bigint not null);
create index pair_by_person on pair_row(person);
create index pair_by_other on pair_row(other);
create table filled_row(
  id uuid primary key,
  person uuid not null,
  form varchar(80) not null,
  began_millis bigint,
  closed_millis bigint,
  recall_millis bigint,
  told boolean not null,
  disputes int not null,
  changed_millis bigint not null);
create index filled_by_person on filled_row(person);
create index filled_by_recall on filled_row(told, recall_millis);
-- What two records of one person would have in common, as digests: a name, a document, a telephone.
-- The weight follows from the digest; it is in the key so that all of it is read from the index.
create table person_key(
  hash bigint not null,
  person uuid not null,
  weight smallint not null,
  primary key(hash, person, weight));
create index person_key_of on person_key(person);
-- Two records and what was said of them; both where stations say different things.
create table same_person_row(
  id uuid primary key,
  one uuid not null,
  other uuid not null,
  same boolean not null,
  different boolean not null,
  changed_millis bigint not null);
create index same_person_one on same_person_row(one);
create index same_person_other on same_person_row(other);
-- Whom headquarters asked about which record, and how far that is; no words.
create table question_row(
  id uuid primary key,
  about uuid not null,
  asked varchar(36) not null,
  at_millis bigint not null,
  answered_millis bigint,
  closed_millis bigint);
create index question_about on question_row(about);
create index question_waiting on question_row(asked, answered_millis, closed_millis);
create index question_answered on question_row(closed_millis, answered_millis);
