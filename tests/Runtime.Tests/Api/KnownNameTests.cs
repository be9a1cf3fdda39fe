using System.Linq;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>KnownLaws and KnownAccelerators follow from the catalogue of laws and the table of accelerators.</summary>
public class KnownNameTests
{
    // UPDATE_DOCS=1 dotnet test tests/Runtime.Tests --filter KnownNameTests
    [Fact]
    public void KnownAccelerators_has_a_constant_for_every_accelerator() => GeneratedFile.Is(
        "src/Runtime/Configuration/KnownAccelerators.cs",
        file => KnownNames.WithConstants(
            file, Accelerators.All.Select(chip => (KnownNames.Of(chip), chip.Name, KnownNames.Summary(chip)))));

    [Fact]
    public void KnownLaws_has_a_constant_for_every_law() => GeneratedFile.Is(
        "src/Runtime/Configuration/KnownLaws.cs",
        file => KnownNames.WithConstants(file, LawCatalog.All.Select(law => (KnownNames.Of(law), law.Id, KnownNames.Summary(law)))));

    // Names of 0.1.0, and the cases that the rule of names distinguishes.
    [Theory]
    [InlineData("H100-SXM", "H100Sxm")]
    [InlineData("V100-SXM2-32GB", "V100Sxm232GB")]
    [InlineData("A100-PCIe-80GB", "A100Pcie80GB")]
    [InlineData("RTX-A6000", "RtxA6000")]
    [InlineData("GH200", "GH200")]
    [InlineData("TPU-v5e", "TpuV5e")]
    [InlineData("Gaudi-2", "Gaudi2")]
    public void The_constant_of_an_accelerator_is_its_name_in_words(string name, string constant) =>
        Assert.Equal(constant, KnownNames.Of(Accelerators.Get(name)));
}
