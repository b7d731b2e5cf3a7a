using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>Someone else with access to the zone, who knows nothing of Cutover and goes on whatever an answer says.</summary>
internal sealed class ForeignActor(string name, string zoneId, Wire wire, Activity activity, TimeProvider world) : IDisposable
{
    private readonly AwsConnection aws = Client.Connect(name, wire, new EagerTime(world));

    public string Name => name;

    public bool IsAtWork { get; private set; }

    /// <summary>As Terraform does: reads, and then overwrites the two siblings in two separate calls.</summary>
    public Task OverwriteAsync(int source, int target) => WorkAsync(async () =>
    {
        await ReadAsync();
        await WriteAsync(new RecordSetChange(ChangeAction.Upsert, InterleavedPlan.Before[0] with { Weight = source }));
        await WriteAsync(new RecordSetChange(ChangeAction.Upsert, InterleavedPlan.Before[1] with { Weight = target }));
    });

    /// <summary>Deletes one sibling as it is read, and makes it again with the weight given, or its own.</summary>
    public Task DeleteAndMakeAgainAsync(string identifier, int? weight) => WorkAsync(async () =>
    {
        if ((await ReadAsync()).FirstOrDefault(set => set.SetIdentifier == identifier) is { } sibling)
        {
            await WriteAsync(new RecordSetChange(ChangeAction.Delete, sibling));
            await WriteAsync(new RecordSetChange(ChangeAction.Create, sibling with { Weight = weight ?? sibling.Weight }));
        }
    });

    /// <summary>Adds a third sibling, and takes it away again.</summary>
    public Task AddThirdAsync(int weight) => WorkAsync(async () =>
    {
        var third = InterleavedPlan.Before[1] with { SetIdentifier = "canary", Weight = weight };
        await WriteAsync(new RecordSetChange(ChangeAction.Create, third));
        await ReadAsync();
        await WriteAsync(new RecordSetChange(ChangeAction.Delete, third));
    });

    public void Dispose() => aws.Dispose();

    private Task WorkAsync(Func<Task> work)
    {
        IsAtWork = true;
        activity.Enter();
        _ = Task.Run(async () =>
        {
            await work();
            IsAtWork = false;
            activity.Leave();
        });
        return activity.IdleAsync();
    }

    private async Task<ImmutableArray<RecordSet>> ReadAsync()
    {
        var read = await aws.Route53.ReadRecordSetsAsync(zoneId, InterleavedPlan.Name, CallPriority.Normal, CancellationToken.None);
        return read.TryGet(out var sets, out _) ? sets : [];
    }

    private async Task WriteAsync(RecordSetChange change) =>
        await aws.Route53.ChangeRecordSetsAsync(zoneId, [change], name, CallPriority.Normal, CancellationToken.None);
}
