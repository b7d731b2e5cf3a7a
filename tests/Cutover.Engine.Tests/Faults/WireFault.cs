using Cutover.Lab.Route53;

namespace Cutover.Engine.Tests.Faults;

/// <summary>Faults that Route 53 and the way to it can have, by names for people.</summary>
internal static class WireFault
{
    /// <summary>Those that strike a few requests and are over.</summary>
    public static TheoryData<string> Passing { get; } =
    [
        "throttled 3 times", "prior request not complete 3 times", "500 4 times", "503 4 times", "closed before acting twice",
        "reset before acting twice", "answer lost in order", "answer lost by a reset",
        "502 of a proxy twice", "504 of a proxy after acting twice",
        "clock 12 min behind", "clock 12 min ahead",
    ];

    /// <summary>Those that stay until somebody mends them, with the word that the decision log has for each.</summary>
    public static TheoryData<string, string> Lasting { get; } = new()
    {
        { "expired credentials", "ExpiredToken: " },
        { "unknown credentials", "InvalidClientTokenId: " },
        { "access denied", "AccessDenied: " },
        { "throttled for ever", "Throttling: " },
        { "outage", "ServiceUnavailable: " },
        { "resets for ever", "ConnectionReset: " },
    };

    public static void Strike(Route53Emulator route53, string fault)
    {
        var faults = route53.Faults;
        faults.OnlyFor = Route53Operation.ChangeResourceRecordSets;
        switch (fault)
        {
            case "throttled 3 times": faults.Throttle.Next(3); break;
            case "prior request not complete 3 times": faults.PriorRequestNotComplete.Next(3); break;
            case "500 4 times": faults.InternalFailure.Next(4); break;
            case "503 4 times": faults.ServiceUnavailable.Next(4); break;
            case "closed before acting twice": faults.CloseBeforeActing.Next(2); break;
            case "reset before acting twice": faults.ResetBeforeActing.Next(2); break;
            case "answer lost in order": faults.LoseResponse.Next(1); break;
            case "answer lost by a reset": faults.ResetAfterActing.Next(1); break;
            case "502 of a proxy twice": faults.BadGateway.Next(2); break;
            case "504 of a proxy after acting twice": faults.GatewayTimeout.Next(2); break;
            case "clock 12 min behind": faults.ClockOffset = TimeSpan.FromMinutes(12); break;
            case "clock 12 min ahead": faults.ClockOffset = TimeSpan.FromMinutes(-12); break;
            case "access denied": faults.Denied = Route53Faults.Writes; break;
            case "throttled for ever": faults.ThrottleEverything = true; break;
            case "outage": faults.ServiceUnavailable.Next(int.MaxValue); break;
            case "resets for ever": faults.ResetBeforeActing.Next(int.MaxValue); break;
            default: throw new ArgumentOutOfRangeException(nameof(fault), fault, "not a fault of the wire");
        }
    }

    public static void Lift(Route53Emulator route53)
    {
        route53.Faults.Denied = [];
        route53.Faults.ThrottleEverything = false;
        route53.Faults.ServiceUnavailable.Next(0);
        route53.Faults.ResetBeforeActing.Next(0);
    }
}
