using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>Programs written against the reading of 0.1.0: what is generated for them is what they compute.</summary>
[Trait("Category", "Slow")]
public class AbusedProgramsTests
{
    [Fact]
    public async Task Constants_equal_what_the_program_computes()
    {
        var wrong = new List<string>();
        int run = 0, constants = 0;
        string programs = File.ReadAllText(Facts.PathOf("abuse", "programs.txt"));
        foreach (string program in programs.Split("//// ", StringSplitOptions.RemoveEmptyEntries))
        {
            if (await ConstantsAgainstTheProgram.Compare(
                program.Substring(program.IndexOf('\n', StringComparison.Ordinal))) is not { } compared) continue;
            run++;
            constants += compared.Constants;
            wrong.AddRange(compared.Wrong.Select(line => line + " in " + program));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(run > 40, $"only {run} programs compile");
        Assert.True(constants > run, $"only {constants} constants of {run} programs");
        Console.Error.WriteLine($"{run} programs, {constants} constants");
    }
}
