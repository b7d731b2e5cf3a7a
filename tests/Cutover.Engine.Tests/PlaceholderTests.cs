namespace Cutover.Engine.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void Runs() => Assert.Equal(2, 1 + 1);
}
