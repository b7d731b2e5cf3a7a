using Cutover.Engine.Aws;

namespace Cutover.Engine.Dns;

/// <summary>A failed call in words for the decision log: AWS's code and message, and the request id that AWS support asks for.</summary>
public static class AwsWords
{
    public static string Of(AwsFailure failure)
    {
        var details = failure.Details.IsEmpty ? failure.Message : string.Join("; ", failure.Details);
        return $"{failure.Code}: {details.TrimEnd('.')}{(failure.RequestId is null ? string.Empty : $" (request {failure.RequestId})")}";
    }
}
