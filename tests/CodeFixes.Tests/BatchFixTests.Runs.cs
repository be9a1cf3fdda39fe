namespace ScalingAnalyzers.Tests;

/// <content>The runs that the batches fix.</content>
public partial class BatchFixTests
{
    // SCALE004 before SCALE001, with which it shares keys that are not its first.
    private static readonly string[] Rules = ["SCALE004", "SCALE001", "SCALE304", "SCALE903", "SCALE907"];

    // What is in a file, and with which of its lines changed how; the first has no fix at all.
    private static readonly (string Text, (string Before, string After)[] Edits)[] Runs =
    [
        ("""
         [TrainingConfig(Intent = TrainingIntent.ComputeOptimal)]
         public static partial class Extrapolated
         {
             public const long Parameters = 500_000_000_000;
             public const long Tokens = 9_000_000_000_000;
         }
         """, []),
        ("""
         [TrainingConfig]
         public static partial class UnderTrained
         {
             public const long Parameters = 280_000_000_000; // Rae et al. 2021
             public const long Tokens = 300_000_000_000;
         }
         """, [("280_000_000_000", "67_400_000_000"), ("300_000_000_000", "1_250_000_000_000")]),
        ("""
         [TrainingConfig]
         public static partial class Undeclared
         {
             public const long Parameters = 8_000_000_000;
             public const long Tokens = 15_000_000_000_000;
         }
         """, [("[TrainingConfig]", "[TrainingConfig(Intent = TrainingIntent.InferenceOptimal)]")]),
        ("""
         [TrainingConfig]
         public static partial class Disagreeing
         {
             public const long Parameters = 8_000_000_000;
             public const long Tokens = 200_000_000_000;
             public const long MaxSteps = 40_000;
             public const long TokensPerBatch = 4_000_000;
         }
         """, [("200_000_000_000", "160_000_000_000")]),
        ("""
         [TrainingConfig]
         public static partial class Billions
         {
             public const long Parameters = 15_000_000_000;
             public const long Tokens = 300;
         }
         """, [("300", "300_000_000_000")]),
        ("""
         [TrainingConfig]
         public static class Whole
         {
             public const long Parameters = 15_000_000_000;
             public const long Tokens = 300_000_000_000;
         }
         """, [("static class", "static partial class")]),
    ];
}
