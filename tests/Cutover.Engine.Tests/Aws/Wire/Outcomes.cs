using Cutover.Engine.Aws;

namespace Cutover.Engine.Tests.Aws.Wire;

public static class Outcomes
{
    public static T Value<T>(this AwsOutcome<T> outcome) =>
        outcome.TryGet(out var value, out var failure) ? value : throw new InvalidOperationException(failure.ToString());

    public static AwsFailure Failure<T>(this AwsOutcome<T> outcome) => Assert.IsType<AwsOutcome<T>.Failure>(outcome).Reason;
}
