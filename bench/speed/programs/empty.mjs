// What a process of Node costs by itself.
