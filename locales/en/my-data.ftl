words = my data | withdraw consent | delete my data

kept =
    My data
    • Name: { $name }
    • Unit: { $unit }; group: { $group }
    • { $tasks } tasks registered, { $handed } hand-ins, { $evidence } pieces of evidence
    • { $answers } answers about sessions, attendance at { $attended }
    • Among those of { $announcements } officers' announcements
    Channels:
    { $channels }
    Roles:
    { $roles }
    Consents:
    { $consents }
    To correct, copy or erase it, turn to your unit's secretary. You may withdraw your consent at any time.
channel = – { $name }
no-group = none
role-member = • Outstanding member
role-group-leader = • Group leader
role-supervisor = • Supervisor
role-secretary = • Secretary
role-executive = • Unit executive
role-standing-committee = • Standing committee
role-party-committee = • Party committee
role-organiser = • Organiser of the journey
personal = • Personal data: agreed at { $at }
personal-withdrawn = • Personal data: withdrawn at { $at }
sensitive = • Sensitive data: agreed at { $at }
sensitive-withdrawn = • Sensitive data: withdrawn at { $at }
menu = Menu
do-channels = Channels
withdraw = Withdraw consent

ask-withdraw =
    Do you want to withdraw your consent?
    Every connected chat will be taken from your name and get no more messages. What you handed in stays until an officer has talked with you. To come back you need a new invitation.
withdraw-yes = Withdraw
withdraw-no = Leave it as it is
withdrawn =
    Consent withdrawn
    This chat is no longer linked with your name. { $officer } has been told and will contact you within 2 working days about what is kept.
withdrawn-nobody =
    Consent withdrawn
    This chat is no longer linked with your name. No officer could be told here: please contact your unit's secretary yourself about what is kept.
withdrawn-there =
    This chat is no longer linked with a name
    The consent was withdrawn on another channel. To come back you need a new invitation.
officer-told =
    A member withdrew their consent
    { $name }, { $unit }, has withdrawn consent. Please contact them within 2 working days about keeping or erasing the data; the withdrawal must be carried out within 15 days.
