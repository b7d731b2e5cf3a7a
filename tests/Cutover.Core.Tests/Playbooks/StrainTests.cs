using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Playbooks;

public sealed class StrainTests
{
    [Theory]
    [InlineData(Comparison.Less, 5, ObjectiveUnit.Number, 0, 0)]
    [InlineData(Comparison.Less, 5, ObjectiveUnit.Number, 4, 0.8)]
    [InlineData(Comparison.LessOrEqual, 250, ObjectiveUnit.Milliseconds, 500, 2)]
    [InlineData(Comparison.Less, 1, ObjectiveUnit.Percent, 0.5, 0.5)]
    [InlineData(Comparison.GreaterOrEqual, 99, ObjectiveUnit.Percent, 99.5, 0.5)]
    [InlineData(Comparison.GreaterOrEqual, 99, ObjectiveUnit.Percent, 100, 0)]
    [InlineData(Comparison.GreaterOrEqual, 99, ObjectiveUnit.Percent, 95, 5)]
    [InlineData(Comparison.Greater, 100, ObjectiveUnit.Number, 400, 0.25)]
    [InlineData(Comparison.Greater, 100, ObjectiveUnit.Number, 0, double.PositiveInfinity)]
    [InlineData(Comparison.LessOrEqual, 0, ObjectiveUnit.Number, 0, 0)]
    [InlineData(Comparison.LessOrEqual, 0, ObjectiveUnit.Number, 1, double.PositiveInfinity)]
    [InlineData(Comparison.GreaterOrEqual, 100, ObjectiveUnit.Percent, 99.9, double.PositiveInfinity)]
    public void Strain_is_the_share_of_the_room_to_the_bound_that_a_value_has_used_up(
        Comparison comparison, double threshold, ObjectiveUnit unit, double value, double strain) =>
        Assert.Equal(strain, new Objective(comparison, threshold, unit).Strain(value), 9);
}
