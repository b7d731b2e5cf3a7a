using Microsoft.AspNetCore.Http;

namespace Cutover.Lab.Route53.Wire;

/// <summary>What can happen to a request before and after it is carried out. True when there is nothing left to answer.</summary>
internal static class WireFaults
{
    internal static async Task<bool> StrikeBeforeAsync(Route53Faults faults, HttpContext context)
    {
        if (Breaks(context, faults.CloseBeforeActing, faults.ResetBeforeActing))
        {
            return true;
        }

        return faults.BadGateway.TryTake() && await SayAsync(context, StatusCodes.Status502BadGateway).ConfigureAwait(false);
    }

    internal static async Task<bool> StrikeAfterAsync(Route53Faults faults, HttpContext context)
    {
        if (Breaks(context, faults.LoseResponse, faults.ResetAfterActing))
        {
            return true;
        }

        return faults.GatewayTimeout.TryTake() && await SayAsync(context, StatusCodes.Status504GatewayTimeout).ConfigureAwait(false);
    }

    private static bool Breaks(HttpContext context, FaultCount close, FaultCount reset)
    {
        if (close.TryTake())
        {
            Disconnection.Close(context);
            return true;
        }

        if (reset.TryTake())
        {
            Disconnection.Reset(context);
            return true;
        }

        return false;
    }

    private static async Task<bool> SayAsync(HttpContext context, int status)
    {
        await GatewayPage.WriteAsync(context.Response, status, context.RequestAborted).ConfigureAwait(false);
        return true;
    }
}
