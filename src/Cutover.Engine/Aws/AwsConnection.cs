using System.Diagnostics.Metrics;
using Amazon.Runtime;
using Cutover.Engine.Aws.Budget;
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
    private readonly AwsMeter meter;
    private readonly RequestBudget budget;
    private readonly CredentialSource source;
    private readonly AwsTransport route53;
    private readonly AwsTransport cloudWatch;

    /// <param name="credentials">Null for the usual chain: environment, profile, SSO, web identity, container, instance metadata.</param>
    /// <param name="meters">Gives the meter "Cutover.Aws"; null makes one that only listeners of this process see.</param>
    public AwsConnection(
        AwsOptions options,
        TimeProvider time,
        ILogger<AwsConnection> logger,
        AWSCredentials? credentials = null,
        IMeterFactory? meters = null)
    {
        meter = new AwsMeter(meters);
        budget = new RequestBudget(options.Route53RequestsPerSecond, time, meter.Waited);
        meter.Watch(budget);
        source = new CredentialSource(credentials);
        route53 = new AwsTransport(AwsService.Route53(options), options, source, budget, meter, time, logger);
        cloudWatch = new AwsTransport(AwsService.CloudWatch(options), options, source, budget: null, meter, time, logger);
        Route53 = new Route53Client(route53);
        CloudWatch = new CloudWatchClient(cloudWatch);
    }

    public Route53Client Route53 { get; }

    public CloudWatchClient CloudWatch { get; }

    /// <summary>When Route 53 last answered.</summary>
    public ServicePulse Route53Pulse => route53.Pulse;

    /// <summary>When CloudWatch last answered.</summary>
    public ServicePulse CloudWatchPulse => cloudWatch.Pulse;

    public void Dispose()
    {
        route53.Dispose();
        cloudWatch.Dispose();
        budget.Dispose();
        source.Dispose();
        meter.Dispose();
    }
}
