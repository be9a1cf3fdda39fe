using System.Collections.Generic;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>What is generated for odd configs and plans is what the program computes.</summary>
public class PlansLikeTheProgramTests
{
    [Fact]
    public async Task Constants_of_odd_plans_are_those_of_the_program()
    {
        var wrong = new List<string>();
        foreach (var (form, source, constants) in PlanForms.All)
        {
            // The forms are odd on purpose: what the compiler warns of is not the subject.
            if (await ConstantsAgainstTheProgram.Compare("#pragma warning disable\nusing System;\nusing System.Collections.Generic;\n"
                + "using ScalingAnalyzers;\n" + source) is not { } compared)
            {
                wrong.Add(form + ": does not compile");
                continue;
            }

            foreach (string line in compared.Wrong) wrong.Add($"{form}: {line}");
            if (compared.Constants < constants) wrong.Add($"{form}: {compared.Constants} constants of {constants}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
