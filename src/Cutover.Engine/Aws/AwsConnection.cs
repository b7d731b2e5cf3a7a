using Amazon.Runtime;
using Cutover.Engine.Aws.CloudWatch;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Aws.Transport;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Aws;

/// <summary>
/// The two services of one AWS account. Keep one for each account and share it: Route 53's request budget is counted here.
/// </summary>
public sealed class AwsConnection : IDisposable
{
    private readonly RequestBudget budget;
    private readonly AwsTransport route53;
    private readonly AwsTransport cloudWatch;

    /// <param name="credentials">Null for the usual chain: environment, profile, SSO, web identity, container, instance metadata.</param>
    public AwsConnection(AwsOptions options, TimeProvider time, ILogger<AwsConnection> logger, AWSCredentials? credentials = null)
    {
        budget = new RequestBudget(options.Route53RequestsPerSecond, time);
        var source = new CredentialSource(credentials);
        route53 = new AwsTransport(AwsService.Route53(options), options, source, budget, time, logger);
        cloudWatch = new AwsTransport(AwsService.CloudWatch(options), options, source, budget: null, time, logger);
        Route53 = new Route53Client(route53);
        CloudWatch = new CloudWatchClient(cloudWatch);
    }

    public Route53Client Route53 { get; }

    public CloudWatchClient CloudWatch { get; }

    public void Dispose()
    {
        route53.Dispose();
        cloudWatch.Dispose();
        budget.Dispose();
    }
}
