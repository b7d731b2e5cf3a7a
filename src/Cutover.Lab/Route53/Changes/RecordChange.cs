using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Route53.Changes;

internal sealed record RecordChange(ChangeAction Action, ZoneRecordSet RecordSet);
