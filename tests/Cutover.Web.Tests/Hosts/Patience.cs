namespace Cutover.Web.Tests.Hosts;

/// <summary>How long a test waits for what must come; reached only when it fails.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    public static CancellationTokenSource Guard()
    {
        var guard = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        guard.CancelAfter(Limit);
        return guard;
    }
}
