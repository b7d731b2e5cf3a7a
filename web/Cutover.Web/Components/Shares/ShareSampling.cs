using Cutover.Web.Hosting;

namespace Cutover.Web.Components.Shares;

/// <summary>Looks at the lab once a second; without the lab there is nothing to look at.</summary>
public sealed class ShareSampling(LabHosting lab, ShareHistory history, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (lab.World is not { } world)
        {
            return;
        }

        using var timer = new PeriodicTimer(Period, time);
        do
        {
            history.Add(new ShareSample(time.GetUtcNow(), world.Shares()));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
