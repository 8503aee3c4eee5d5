
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='line',
            name='audit_known_verb',
        ),
        migrations.AlterField(
            model_name='line',
            name='verb',
            field=models.CharField(choices=[('user.created', 'User created'), ('user.changed', 'Own account changed'), ('user.signed-in', 'Signed in'), ('role.granted', 'Role given'), ('role.revoked', 'Role taken back'), ('sample.entered', 'Entered as a sample person'), ('sample.loaded', 'Sample company loaded'), ('person.linked', 'Person linked to a sign-in'), ('import.uploaded', 'People file uploaded'), ('import.confirmed', 'Import confirmed'), ('import.applied', 'Import written'), ('import.discarded', 'Import discarded'), ('import.failed', 'Import failed'), ('programme.created', 'Programme created'), ('charter.changed', 'Charter changed'), ('topic.changed', 'Topic catalogue changed'), ('cohort.created', 'Cohort created'), ('cohort.changed', 'Cohort changed'), ('cohort.opened', 'Cohort opened'), ('cohort.closed', 'Cohort closed'), ('policy.changed', 'Matching policy changed'), ('enrolment.added', 'Enrolled'), ('enrolment.applied', 'Applied'), ('enrolment.changed', 'Enrolment changed'), ('enrolment.withdrawn', 'Enrolment withdrawn'), ('enrolment.paused', 'Paused'), ('enrolment.resumed', 'Pause ended'), ('invitation.answered', 'Invitation answered'), ('invitation.revoked', 'Invitation taken back'), ('invitation.sent', 'Invitations sent'), ('invitations.changed', 'Way of inviting changed'), ('round.prepared', 'Round prepared'), ('round.solved', 'Round solved'), ('round.failed', 'Round could not be solved'), ('round.changed', 'Round changed'), ('round.published', 'Round published'), ('round.discarded', 'Round discarded'), ('pair.pinned', 'Pair pinned'), ('pair.forbidden', 'Pair forbidden'), ('pair.released', 'Pin or exclusion lifted'), ('pairs.imported', 'Pair list imported'), ('pairs.exported', 'Pairs exported'), ('relationship.opened', 'Relationship opened'), ('relationship.overridden', 'Rule overridden for a relationship'), ('relationship.moved', 'Relationship moved on'), ('relationship.closed', 'Relationship closed'), ('agreement.begun', 'Agreement begun'), ('agreement.changed', 'Words of an agreement changed'), ('agreement.accepted', 'Words of an agreement accepted'), ('agreement.signed', 'Agreement signed'), ('agreement.in-force', 'Agreement signed by everybody'), ('note.written', 'Note written'), ('note.changed', 'Note changed'), ('note.deleted', 'Note deleted'), ('note-keys.renewed', 'Keys of private notes renewed')], db_index=True, max_length=40),
        ),
        migrations.AddConstraint(
            model_name='line',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['user.created', 'user.changed', 'user.signed-in', 'role.granted', 'role.revoked', 'sample.entered', 'sample.loaded', 'person.linked', 'import.uploaded', 'import.confirmed', 'import.applied', 'import.discarded', 'import.failed', 'programme.created', 'charter.changed', 'topic.changed', 'cohort.created', 'cohort.changed', 'cohort.opened', 'cohort.closed', 'policy.changed', 'enrolment.added', 'enrolment.applied', 'enrolment.changed', 'enrolment.withdrawn', 'enrolment.paused', 'enrolment.resumed', 'invitation.answered', 'invitation.revoked', 'invitation.sent', 'invitations.changed', 'round.prepared', 'round.solved', 'round.failed', 'round.changed', 'round.published', 'round.discarded', 'pair.pinned', 'pair.forbidden', 'pair.released', 'pairs.imported', 'pairs.exported', 'relationship.opened', 'relationship.overridden', 'relationship.moved', 'relationship.closed', 'agreement.begun', 'agreement.changed', 'agreement.accepted', 'agreement.signed', 'agreement.in-force', 'note.written', 'note.changed', 'note.deleted', 'note-keys.renewed'])), name='audit_known_verb'),
        ),
    ]
