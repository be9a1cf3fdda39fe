using System.Linq;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Testing;

public sealed partial record Code
{
    /// <summary>Runs the generators on the main project; the driver remembers, for edits and their step
    /// reasons.</summary>
    public async Task<Driver> Generate()
    {
        if (Generators.IsEmpty) Assert.Fail("There is no generator to run.");
        return Driver.Start(this, Main, await Analysis.Bare(Workshop.Open(this).Projects.Single(project => project.Name == MainProject)));
    }

    /// <summary>Opens the main project as an editor does, to be edited there.</summary>
    public LiveProject Live() => LiveProject.Open(this);
}
