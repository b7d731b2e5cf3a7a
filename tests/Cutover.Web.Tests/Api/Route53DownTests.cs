using System.Net;
using Cutover.Engine.Api;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Api;

public sealed class Route53DownTests(LabHost lab) : IClassFixture<LabHost>
{
    [Fact]
    public async Task A_zone_that_cannot_be_read_is_a_bad_gateway()
    {
        lab.Host.World.Route53.Faults.InternalFailure.Next(1000);

        var problem = await (await lab.Host.PostAsync(
            ApiRoutes.Plans, new PlanRequest(lab.Host.Playbook()))).ProblemAsync(HttpStatusCode.BadGateway);

        Assert.Equal("Route 53 could not be read", problem.Title);
        Assert.NotEmpty(problem.Detail!);
    }
}
