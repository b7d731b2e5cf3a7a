using System.Collections.Immutable;
using Cutover.Core.Conversions;
using Cutover.Core.Plans;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;
using Cutover.Engine.Api;
using Cutover.Engine.Conversions;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;

namespace Cutover.Cli.Tests.Hosting;

/// <summary>A zone with one simple record, and the conversions made of it; what they come to is decided by the real rules.</summary>
internal sealed class ScriptedZone
{
    private readonly List<ConversionRecord> conversions = [];

    public ImmutableArray<RecordSet> Sets { get; set; } =
        [new RecordSet("wss-primary.lab.example.", "A", null, null, 60, ["127.0.1.1"])];

    /// <summary>How many times a change is still PENDING when it is asked after.</summary>
    public int PendingAnswers { get; set; }

    /// <summary>Someone changes the record between what was shown and what is written.</summary>
    public bool ChangesMeanwhile { get; set; }

    public ConversionOutcome Prepare(ConversionRequest request)
    {
        var playbook = ((PlaybookAccepted)PlaybookReader.Read(request.Playbook)).Playbook;
        return request.Kind == ConversionKind.Adopt
            ? Adoption.Prepare(playbook, TargetContent.Of(request.TargetValues ?? [], request.TargetAlias), Now())
            : Finish.Prepare(playbook, Now());
    }

    public ConversionView Write(Conversion conversion, string who, string? why)
    {
        var row = new ConversionRecord
        {
            Id = conversions.Count + 1,
            Kind = conversion.Kind,
            Playbook = conversion.Playbook,
            State = ConversionState.Applied,
            Who = who,
            At = DateTimeOffset.UnixEpoch,
            Why = why,
            Batches = ConversionRows.Create(conversion, who, why, DateTimeOffset.UnixEpoch).Batches,
        };
        row.Batches[0].ChangeId = FormattableString.Invariant($"C{row.Id}");
        conversions.Add(row);
        Sets = conversion.Batches[0].After;
        return View(row, ConversionSync.Pending);
    }

    public ConversionOutcome? Undo(long id) => Find(id) is { } row ? Core.Conversions.Undo.Prepare(ConversionRows.Read(row), Now()) : null;

    public ConversionView TakeBack(long id, Conversion reverse, string who)
    {
        var row = Find(id)!;
        (row.State, row.UndoneBy, row.UndoneAt) = (ConversionState.Undone, who, DateTimeOffset.UnixEpoch);
        row.Batches[0].UndoChangeId = FormattableString.Invariant($"C{id}U");
        Sets = reverse.Batches[0].After;
        return View(row, ConversionSync.Pending);
    }

    public ConversionView? See(long id) =>
        Find(id) is { } row ? View(row, PendingAnswers-- > 0 ? ConversionSync.Pending : ConversionSync.InSync) : null;

    public ImmutableArray<ConversionView> List(string playbook) =>
        [.. conversions.Where(row => row.Playbook == playbook).Reverse().Select(row => View(row, ConversionSync.InSync))];

    private ConversionRecord? Find(long id) => conversions.Find(row => row.Id == id);

    private ZonesNow Now() => new(
        [new ZoneContent(new HostedZone("Z1LAB", "lab.example.", IsPrivate: false), Sets)],
        ImmutableDictionary<RecordKey, string>.Empty,
        []);

    private static ConversionView View(ConversionRecord row, ConversionSync sync) => ConversionView.Of(row, sync, null);
}
