using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Requests;

/// <summary>Forgets requests with a key after a day.</summary>
internal sealed class RequestSweep(NamedRequests requests, TimeProvider time, ILogger<RequestSweep> logger) : BackgroundService
{
    /// <summary>How long a key is good for.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await requests.ForgetAsync(time.GetUtcNow() - Kept, stoppingToken);
            }
            catch (DbException failure)
            {
                // The next round forgets them.
                Log.RequestsNotSwept(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
