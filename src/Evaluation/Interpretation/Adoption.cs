using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Takes a value that another interpreter has read: its objects are made anew on this one's heap, as they were
/// when the reading ended.</summary>
internal static class Adoption
{
    public static Value Into(Interpreter run, Value value) => Adopt(run, value, new Dictionary<ObjectValue, ObjectValue>());

    private static Value Adopt(Interpreter run, Value value, Dictionary<ObjectValue, ObjectValue> adopted)
    {
        switch (value)
        {
            case ObjectValue known:
                if (adopted.TryGetValue(known, out var already)) return already;
                if (!run.Fuel.Spend(known.Size)) return Value.Unknown(UnknownKind.TooManySteps);
                if (!run.TryEnter()) return Value.Unknown(UnknownKind.ObjectsNestedTooDeeply);
                try
                {
                    var made = known.On(run.Heap);
                    adopted.Add(known, made);
                    made.AdoptMembers(known, part => Adopt(run, part, adopted));
                    return made;
                }
                finally
                {
                    run.Leave();
                }

            case CollectionValue { Elements.Count: > 0 } array:
                return new CollectionValue(array.Count, array.Elements.Select(e => Adopt(run, e, adopted)).ToArray(),
                    array.Written.Select(e => Adopt(run, e, adopted)).ToArray());
            default: return value;
        }
    }
}
